/** Which days a plan owes, as examples. */
@NullMarked
package se.aviso.automation;

import org.jspecify.annotations.NullMarked;
