/**
 * What becomes of a member: moves between groups, resignation, death, coming of age.
 *
 * <p>Central type: {@link se.aviso.app.life.ChangeLife}. What a period becomes is decided in {@code se.aviso.member}.
 */
@NullMarked
package se.aviso.app.life;

import org.jspecify.annotations.NullMarked;
