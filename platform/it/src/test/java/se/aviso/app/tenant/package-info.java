/** What tests of stores need of tenants. */
@NullMarked
package se.aviso.app.tenant;

import org.jspecify.annotations.NullMarked;
