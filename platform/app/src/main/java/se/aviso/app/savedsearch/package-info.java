/**
 * Searches that somebody keeps under a name, for themselves or for all who work in a group.
 *
 * <p>Central type: {@link se.aviso.app.savedsearch.SavedSearch}. A list that can be searched says so by a
 * {@link se.aviso.app.savedsearch.SearchableList}; the slice knows no list itself.
 */
@NullMarked
package se.aviso.app.savedsearch;

import org.jspecify.annotations.NullMarked;
