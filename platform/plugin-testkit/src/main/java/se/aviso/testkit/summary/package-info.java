/** What every summary plugin must pass. */
@NullMarked
package se.aviso.testkit.summary;

import org.jspecify.annotations.NullMarked;
