package se.aviso.it.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form of a page with one of its buttons, as a browser would send it.
 *
 * @param fields all but the button
 * @param parts true for a form that takes files
 */
record Form(String page, String name, String button, List<Visit.Field> fields, boolean parts) {
    private static final String STATE = "jakarta.faces.ViewState";
    private static final Map<String, String> WORDS =
            Map.of("name", "Sam", "born", "1980-05-17", "from", "2028-01-01", "amount", "100", "reason", "Därför");

    /** Each button of each form that Faces has made. */
    static List<Form> of(String page, String html) {
        var found = new ArrayList<Form>();
        var document = Jsoup.parse(html, "http://page" + page);
        for (var form : document.getElementsByTag("form")) {
            if (form instanceof FormElement element
                    && !element.select("input[name=" + STATE + "]").isEmpty()) {
                buttons(element).forEach(button -> found.add(of(page, element, button)));
            }
        }
        return found;
    }

    private static List<String> buttons(FormElement form) {
        return form.select("button[name], input[type=submit][name]").eachAttr("name").stream()
                .distinct()
                .toList();
    }

    private static Form of(String page, FormElement form, String button) {
        var fields = new ArrayList<Visit.Field>();
        form.formData().forEach(pair -> {
            if (!pair.key().equals(button)) {
                fields.add(new Visit.Field(pair.key(), pair.value()));
            }
        });
        nonce(form).ifPresent(fields::add);
        return new Form(page, form.id(), button, fields, isOfParts(form));
    }

    /** What a script in the page adds to what is sent. */
    private static Optional<Visit.Field> nonce(Element form) {
        return Optional.ofNullable(form.ownerDocument())
                .map(page -> page.selectFirst("script[nonce]"))
                .map(script -> script.attr("nonce"))
                .map(nonce -> new Visit.Field("primefaces.nonce", nonce));
    }

    /** The form with something in each field that is empty and for which there is a word here. */
    Form filled() {
        return changing((name, value) -> value.isEmpty()
                ? WORDS.entrySet().stream()
                        .filter(word -> name.toLowerCase(Locale.ROOT).contains(word.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse("")
                : value);
    }

    private static boolean isOfParts(Element form) {
        return form.attr("enctype").startsWith("multipart");
    }

    /** The state of the first form of a page. */
    static Optional<String> state(String html) {
        return Optional.ofNullable(Jsoup.parse(html).selectFirst("input[name=" + STATE + "]"))
                .map(input -> input.attr("value"));
    }

    /** The form with another view state. */
    Form withState(String state) {
        return changing((name, value) -> name.equals(STATE) ? state : value);
    }

    /** The form with somebody else's id wherever it has an id that the page cannot do without. */
    Form naming(String id) {
        return changing((name, value) ->
                value.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}") ? id : value);
    }

    /** Tells what stands in a field instead. */
    private interface Change {
        String of(String name, String value);
    }

    private Form changing(Change change) {
        var changed = fields.stream()
                .map(field -> new Visit.Field(field.name(), change.of(field.name(), field.value())))
                .toList();
        return new Form(page, name, button, changed, parts);
    }

    /** Presses the button. */
    Visit.Page send(Visit visit, String query) {
        var all = new ArrayList<>(fields);
        all.add(new Visit.Field(button, button));
        return parts ? visit.postParts(page + query, all) : visit.post(page + query, all);
    }

    @Override
    public String toString() {
        return page + " " + button;
    }
}
