/**
 * How documents reach people: by which channel first, by which next, and what is believed of their way.
 *
 * <p>Central type: {@link se.aviso.dispatch.Cascade}. What is tried next is decided of what was tried, what addresses
 * there are and what the tenant has switched on; nothing here knows a provider, a protocol or an address.
 */
@NullMarked
package se.aviso.dispatch;

import org.jspecify.annotations.NullMarked;
