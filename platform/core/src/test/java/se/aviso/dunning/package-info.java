/** When somebody is reminded, as examples. */
@NullMarked
package se.aviso.dunning;

import org.jspecify.annotations.NullMarked;
