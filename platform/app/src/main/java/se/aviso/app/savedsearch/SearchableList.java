package se.aviso.app.savedsearch;

import se.aviso.app.web.QueryParams;

/** A list whose searches can be kept; a bean of the list's slice. */
public interface SearchableList {
    /** Which one it is. */
    SearchedList list();

    /** The address of its page. */
    String page();

    /**
     * Reads all of the criteria, so that those which the list does not have are found out; answers 400 for bad ones.
     */
    void read(QueryParams query);
}
