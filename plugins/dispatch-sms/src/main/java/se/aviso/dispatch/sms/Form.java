package se.aviso.dispatch.sms;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as a form carries them. */
final class Form {
    static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The fields; of one that stands there twice the first. What is no form has none. */
    static Map<String, String> read(byte[] content) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : new String(content, StandardCharsets.UTF_8).split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    static boolean isOf(String mediaType) {
        return mediaType.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException cutInTheMiddle) {
            return "";
        }
    }
}
