package se.aviso.dispatch.letter;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter in the index of a batch. Personal data: never logged.
 *
 * @param file the end of the name of the file that it stands in
 * @param first its first page there
 * @param address from the name down to the place
 */
record Letter(UUID id, String file, int first, int last, List<String> address, Posting posting) {
    static final String HEAD = "id,file,firstPage,lastPage,sheets,envelope,postage,enclosures,name,address,place\r\n";
    private static final int PAGES_OF_SHEET = 2;

    /**
     * How it is posted, in the print house's own codes.
     *
     * @param duplex whether a sheet is printed on both sides
     */
    record Posting(String envelope, String postage, String enclosures, boolean duplex) {}

    int sheets() {
        var pages = last - first + 1;
        return posting.duplex() ? (pages + 1) / PAGES_OF_SHEET : pages;
    }

    String row(String batch) {
        var place = address.get(address.size() - 1);
        var between = String.join("; ", address.subList(1, address.size() - 1));
        return Stream.of(
                                id.toString(),
                                batch + file,
                                Integer.toString(first),
                                Integer.toString(last),
                                Integer.toString(sheets()),
                                posting.envelope(),
                                posting.postage(),
                                posting.enclosures(),
                                address.get(0),
                                between,
                                place)
                        .map(Letter::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A cell that no spreadsheet takes for a formula, and that ends where it ends (RFC 4180). */
    private static String cell(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        var tame = line.matches("[=+\\-@].*") ? "'" + line : line;
        return tame.matches("[^,\"]*") ? tame : "\"" + tame.replace("\"", "\"\"") + "\"";
    }
}
