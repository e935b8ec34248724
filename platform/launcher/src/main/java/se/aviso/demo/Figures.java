package se.aviso.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.aviso.launcher.console.Console;

/** What a circle has left, as figures for people and as one line of JSON for programs. */
final class Figures {
    private Figures() {}

    static void tell(Api api) {
        var figures = of(api);
        figures.forEach((name, figure) -> Console.say(String.format("   %-10s %,8d", name, figure)));
        Console.say(figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Map<String, Long> of(Api api) {
        var invoices = api.all("invoices");
        var payments = api.all("payments");
        var figures = new LinkedHashMap<String, Long>();
        figures.put("members", (long) api.all("members").size());
        figures.put("invoices", (long) invoices.size());
        figures.put("payments", (long) payments.size());
        figures.put("paid", count(invoices, "settlement", "SETTLED"));
        figures.put("suspense", payments.stream().filter(Figures::waits).count());
        figures.put("renewals", count(invoices, "occasion", "RENEWAL"));
        figures.put(
                "reminders",
                invoices.stream()
                        .filter(invoice -> invoice.get("dunningLevel").asInt() > 0)
                        .count());
        return figures;
    }

    private static boolean waits(JsonNode payment) {
        return !payment.get("suspense").asText().matches("-?0\\.00");
    }

    private static long count(List<JsonNode> items, String field, String value) {
        return items.stream()
                .filter(item -> item.path(field).asText("").equals(value))
                .count();
    }
}
