/** What every accounting plugin must pass. */
@NullMarked
package se.aviso.testkit.accounting;

import org.jspecify.annotations.NullMarked;
