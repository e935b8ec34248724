/**
 * What every dispatch channel must pass.
 *
 * <p>Central type: {@link se.aviso.testkit.dispatch.DispatchChannelContract}; a channel's test extends it.
 */
@NullMarked
package se.aviso.testkit.dispatch;

import org.jspecify.annotations.NullMarked;
