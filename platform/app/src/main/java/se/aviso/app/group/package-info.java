/**
 * The tree of groups as it is kept: rows, logos, the directory of giro numbers and public forms.
 *
 * <p>Central type: {@link se.aviso.app.group.GroupStore}. What is inherited is decided in {@code se.aviso.group}.
 */
@NullMarked
package se.aviso.app.group;

import org.jspecify.annotations.NullMarked;
