/** What every pricing plugin must pass. */
@NullMarked
package se.aviso.testkit.pricing;

import org.jspecify.annotations.NullMarked;
