/** What a membership costs whom, as examples. */
@NullMarked
package se.aviso.pricing;

import org.jspecify.annotations.NullMarked;
