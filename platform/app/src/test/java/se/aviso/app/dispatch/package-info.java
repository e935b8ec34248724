/** Tests of what leaves the house. */
@NullMarked
package se.aviso.app.dispatch;

import org.jspecify.annotations.NullMarked;
