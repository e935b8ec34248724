package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.Money;

/**
 * The state of a list as its address has it: filters are read from it, and links to the same list with one thing
 * changed are made of it. What somebody has typed wrongly there counts as not said, and is told on the page.
 */
@Named
@RequestScoped
public class Address {
    private static final String CURSOR = "cursor";
    private static final int LONGEST = 200;
    private static final int SHOWN = 60;
    private static final int MOST_TOLD = 5;

    @Inject
    HttpServletRequest request;

    private final Set<String> asked = new HashSet<>();
    private final Set<String> misread = new LinkedHashSet<>();

    /** A text, if it is there. */
    public Optional<String> text(String name) {
        asked.add(name);
        var text = given(name);
        if (text.isEmpty() && !said(name).isBlank()) {
            misread.add(name);
        }
        return text;
    }

    /** An id, if it is there. */
    public Optional<UUID> id(String name) {
        return parsed(name, UUID::fromString);
    }

    /** A day, if it is there. */
    public Optional<LocalDate> day(String name) {
        return parsed(name, LocalDate::parse);
    }

    /** An amount in kronor, if it is there. */
    public Optional<Money> amount(String name) {
        return criteria().amount(name);
    }

    /** All of it, to be read as a filter. */
    public QueryParams criteria() {
        return QueryParams.forgiving(this::text, misread::add);
    }

    /** True when the parameter is there and was understood by the list that reads it. */
    public boolean says(String name) {
        return given(name).isPresent() && !misread.contains(name);
    }

    /**
     * What the list has not understood, as it stands in the address: {@code status=NONSENSE}. A name that it has never
     * asked for is none of its criteria.
     */
    public List<String> getMisread() {
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> misread.contains(name) || (!asked.contains(name) && isInAddress(name)))
                .map(name -> shortened(name + "=" + said(name)))
                .limit(MOST_TOLD)
                .toList();
    }

    /** A constant, if it is there. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return parsed(name, text -> Enum.valueOf(type, text));
    }

    /** Which part of the list is looked at. */
    public PageRequest part(int rows) {
        asked.add(CURSOR);
        try {
            return new PageRequest(rows, Cursor.parse(request.getParameter(CURSOR)));
        } catch (HttpProblem foreign) {
            misread.add(CURSOR);
            return new PageRequest(rows, Optional.empty());
        }
    }

    /** True when the list is not looked at from its beginning. */
    public boolean isFurtherOn() {
        return text(CURSOR).isPresent();
    }

    /** True when the parameter has this value. */
    public boolean has(String name, Object value) {
        return text(name).filter(String.valueOf(value)::equals).isPresent();
    }

    /** This list with a parameter set, from its beginning. */
    public String with(String name, Object value) {
        var all = parameters();
        all.remove(CURSOR);
        all.put(name, String.valueOf(value));
        return link(all);
    }

    /** This list without a parameter, from its beginning. */
    public String without(String name) {
        var all = parameters();
        all.remove(CURSOR);
        all.remove(name);
        return link(all);
    }

    /** The criteria of this list as parameters of another address of ours: a file of it, or a form that keeps it. */
    public String at(String path) {
        var all = parameters();
        all.remove(CURSOR);
        return link(request.getContextPath() + path, all);
    }

    /** The criteria of this list as they stand behind the question mark. */
    public String query() {
        var link = at("");
        return link.substring(link.indexOf('?') + 1);
    }

    /** This list without any parameter. */
    public String bare() {
        return request.getRequestURI();
    }

    /** This list from where a part ends. */
    public String from(String cursor) {
        var all = parameters();
        all.put(CURSOR, cursor);
        return link(all);
    }

    private Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        request.getParameterMap().keySet().forEach(name -> given(name).ifPresent(value -> all.put(name, value)));
        misread.forEach(all::remove);
        return all;
    }

    private String link(Map<String, String> parameters) {
        return link(bare(), parameters);
    }

    private static String link(String base, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? base : base + "?" + query;
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeException otherKind) {
                misread.add(name);
                return Optional.empty();
            }
        });
    }

    private Optional<String> given(String name) {
        return Optional.of(said(name).strip())
                .filter(text -> !text.isEmpty()
                        && text.length() <= LONGEST
                        && text.chars().noneMatch(Character::isISOControl));
    }

    /** A form that was sent has names of its own. */
    private boolean isInAddress(String name) {
        return request.getMethod().equals("GET") && !said(name).isBlank();
    }

    private String said(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static String shortened(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
