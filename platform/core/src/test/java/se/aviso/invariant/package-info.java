/** What must hold of a tenant's rows, and when it is asked. */
@NullMarked
package se.aviso.invariant;

import org.jspecify.annotations.NullMarked;
