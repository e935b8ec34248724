package se.aviso.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.aviso.launcher.console.Console;

/** The figures of one benchmark: a table for people, then a last line of JSON for programs. */
final class Figures {
    private final String bench;
    private final List<String> table = new ArrayList<>();
    private final List<String> json = new ArrayList<>();

    Figures(String bench) {
        this.bench = bench;
    }

    void number(String name, double value) {
        add(name, String.format(Locale.ROOT, "%.1f", value), "");
    }

    /** With what we aim at beside it. */
    void number(String name, double target, double value) {
        add(name, String.format(Locale.ROOT, "%.1f", value), String.format(Locale.ROOT, "target %.0f", target));
    }

    /** A share of something, with what we aim at beside it. */
    void ratio(String name, double target, double value) {
        add(name, String.format(Locale.ROOT, "%.2f", value), String.format(Locale.ROOT, "target %.1f", target));
    }

    void word(String name, String value) {
        table.add(String.format("%-36s %10s", name, value));
        json.add(key(name) + ":\"" + value + "\"");
    }

    private void add(String name, String value, String beside) {
        table.add(String.format("%-36s %10s  %s", name, value, beside).stripTrailing());
        json.add(key(name) + ":" + value);
    }

    private static String key(String name) {
        return "\"" + name.replace(",", "").replace(' ', '_') + "\"";
    }

    void print() {
        table.forEach(Console::say);
        Console.say("{\"bench\":\"" + bench + "\"," + String.join(",", json) + "}");
    }
}
