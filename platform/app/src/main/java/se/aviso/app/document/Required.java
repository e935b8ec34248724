package se.aviso.app.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.wording.RequiredFact;

/** Finds in what a template is given what must stand on the page, as it is printed there. */
record Required(Map<String, Object> model) {
    private static final List<String> OF_A_RATE = List.of("rate", "base", "vat", "total");
    private static final List<String> OF_AN_ORIGINAL = List.of("number", "date", "due", "amount");

    /** @param pages what stands on each of the document's pages */
    Map<RequiredFact, List<String>> facts(List<Map<String, Object>> pages) {
        var lines =
                pages.stream().flatMap(page -> rows(page.get("lines")).stream()).toList();
        var facts = new EnumMap<RequiredFact, List<String>>(RequiredFact.class);
        facts.put(RequiredFact.SELLER, texts("seller", "name"));
        facts.put(RequiredFact.SELLER_ADDRESS, listed("seller", "address"));
        facts.put(RequiredFact.ORGANISATION_NUMBER, texts("seller", "orgNo"));
        facts.put(RequiredFact.VAT_NUMBER, texts("seller", "vatNo"));
        facts.put(RequiredFact.RECIPIENT, listed("recipient", "lines"));
        facts.put(RequiredFact.NUMBER, texts("invoice", "number"));
        facts.put(RequiredFact.DATE, texts("invoice", "date"));
        facts.put(RequiredFact.DUE, texts("invoice", "due"));
        facts.put(RequiredFact.LINES, told(lines, List.of("text", "amount")));
        facts.put(RequiredFact.VAT, told(rows(model.get("vatRows")), OF_A_RATE));
        facts.put(RequiredFact.VAT_NOTE, text(model.get("vatNote")).toList());
        facts.put(RequiredFact.AMOUNT, texts("sums", "toPay"));
        facts.put(RequiredFact.ORIGINAL, original());
        facts.put(RequiredFact.NOTICE, texts("doc", "notice", "noticeMore"));
        facts.put(RequiredFact.GIRO, texts("pay", "giro"));
        facts.put(RequiredFact.OCR, texts("pay", "ocr"));
        return facts;
    }

    private List<String> original() {
        var reminded = texts("original", OF_AN_ORIGINAL.toArray(String[]::new));
        return reminded.isEmpty() ? texts("invoice", "refersTo", "refersDate") : reminded;
    }

    private List<String> texts(String map, String... names) {
        var texts = new ArrayList<String>();
        for (var name : names) {
            text(inner(map).get(name)).forEach(texts::add);
        }
        return texts;
    }

    private List<String> listed(String map, String name) {
        return inner(map).get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<String> told(List<? extends Map<?, ?>> rows, List<String> names) {
        return rows.stream()
                .flatMap(row -> names.stream().flatMap(name -> text(row.get(name))))
                .toList();
    }

    private static Stream<String> text(@Nullable Object value) {
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    private Map<?, ?> inner(String name) {
        return model.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> rows(@Nullable Object value) {
        var rows = new ArrayList<Map<?, ?>>();
        if (value instanceof List<?> list) {
            list.forEach(each -> rows.add((Map<?, ?>) Objects.requireNonNull(each)));
        }
        return rows;
    }
}
