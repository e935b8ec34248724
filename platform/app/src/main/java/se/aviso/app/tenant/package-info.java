/**
 * The tenant itself: its name, its language, its day.
 *
 * <p>Central type: {@link se.aviso.app.tenant.BusinessDate}, the only place where the app learns what day it is.
 */
@NullMarked
package se.aviso.app.tenant;

import org.jspecify.annotations.NullMarked;
