/**
 * What the tests of every plugin need, whatever its kind.
 *
 * <p>Central type: {@link se.aviso.testkit.TestContext}. A package for each kind of plugin holds its contract.
 */
@NullMarked
package se.aviso.testkit;

import org.jspecify.annotations.NullMarked;
