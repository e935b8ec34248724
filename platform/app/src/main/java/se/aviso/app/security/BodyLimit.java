package se.aviso.app.security;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a body may be, by where it is sent: what people say is short, and files go to the pages that take them. */
final class BodyLimit {
    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000 * KILOBYTE;

    /** JSON, and the forms of those who have logged in. */
    private static final long WORDS = MEGABYTE;

    /** The forms that everybody may send. */
    private static final long PUBLIC = 100 * KILOBYTE;

    /** A little more than the page or resource takes, so that it can say itself what is too large. */
    private static final long FILE = 25 * MEGABYTE;

    /** Bank files are read as they come, and never held whole in memory. */
    private static final long BANK_FILE = 1_001 * MEGABYTE;

    private static final Map<String, Long> PAGES = Map.of(
            "/bankfile/list.xhtml", BANK_FILE,
            "/pickup/files.xhtml", BANK_FILE,
            "/member/import.xhtml", FILE,
            "/batch/new.xhtml", FILE,
            "/group/detail.xhtml", FILE,
            "/template/edit.xhtml", FILE);

    private static final Set<String> FILES = Set.of("text/csv", "image/png", "image/jpeg");

    private BodyLimit() {}

    /** The most bytes for a body of that kind there. */
    static long of(String path, @Nullable String mediaType) {
        if (!path.startsWith("/api/")) {
            return isMultipart(mediaType) ? PAGES.getOrDefault(path, words(path)) : words(path);
        }
        if (path.startsWith("/api/v1/bank-files") || path.startsWith("/api/v1/shared-files")) {
            return BANK_FILE;
        }
        return FILES.contains(bare(mediaType)) ? FILE : WORDS;
    }

    private static long words(String path) {
        return path.startsWith("/public/") ? PUBLIC : WORDS;
    }

    private static boolean isMultipart(@Nullable String mediaType) {
        return bare(mediaType).equals("multipart/form-data");
    }

    private static String bare(@Nullable String mediaType) {
        return mediaType == null
                ? ""
                : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
