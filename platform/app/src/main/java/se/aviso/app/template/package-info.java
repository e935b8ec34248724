/**
 * How a group's documents look and read, shown while they are worded.
 *
 * <p>Central type: {@link se.aviso.app.template.ShowSample}.
 */
@NullMarked
package se.aviso.app.template;

import org.jspecify.annotations.NullMarked;
