package se.aviso.app.invoice;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.group.Group;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;

/** An invoice on a page: the lines in their order, as they are typed. */
public final class SketchPage implements Serializable {
    private static final String GROUP = "groupId";
    private static final String DUE = "dueOn";
    private static final String ADDED = "product";
    private static final String USUAL_ACCOUNT = "3990";

    private final List<SketchRow> rows = new ArrayList<>();
    private final Map<String, @Nullable String> fields = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private @Nullable UUID member;
    private transient @Nullable Preview shown;
    private transient OneOffBodies.@Nullable NewInvoice shownFor;

    /**
     * What it comes to.
     *
     * @param payer the name of who gets it instead of the member: who pays for the family
     * @param problems what is in the way, by where it stands
     */
    public record Preview(
            LocalDate dueOn,
            List<DraftLine> lines,
            List<OneOffBodies.VatBody> vat,
            Money total,
            Optional<String> payer,
            List<Fault> problems) {
        /** What is wrong with a line. */
        public List<Fault> of(int line) {
            return problems.stream()
                    .filter(fault -> fault.pointer().startsWith("/lines/" + line + "/"))
                    .toList();
        }

        /** What is wrong with no line in particular. */
        public List<Fault> ofWhole() {
            return problems.stream()
                    .filter(fault -> !fault.pointer().startsWith("/lines/"))
                    .toList();
        }

        /** What a line comes to; empty where it comes to nothing yet. */
        public String amount(int line) {
            return line < lines.size() ? lines.get(line).amount().orElse("") : "";
        }
    }

    void member(UUID chosen, List<Group> billers) {
        member = chosen;
        billers.forEach(group -> groups.put(group.id().toString(), group.name()));
        fields.put(GROUP, billers.get(0).id().toString());
    }

    void open(InvoiceSketch sketch) {
        fields.put(GROUP, sketch.group().toString());
        fields.put(DUE, sketch.dueOn().map(LocalDate::toString).orElse(""));
        rows.clear();
        sketch.lines().forEach(line -> rows.add(SketchRow.of(line)));
    }

    /** The invoice in the form of the API. */
    OneOffBodies.NewInvoice wanted() {
        return new OneOffBodies.NewInvoice(
                UUID.fromString(text(GROUP)), Objects.requireNonNull(member), dueOn(), lines());
    }

    /** The lines in the form of the API. */
    public List<DraftLine> lines() {
        return rows.stream().map(SketchRow::line).toList();
    }

    /** What it comes to; asked anew when something else is written. */
    Preview preview(Function<OneOffBodies.NewInvoice, SketchDesk.Priced> write) {
        var now = wanted();
        var known = shown;
        if (known == null || !now.equals(shownFor)) {
            var priced = write.apply(now);
            known = new Preview(
                    priced.dueOn(),
                    priced.lines(),
                    OneOffBodies.vat(priced.lined()),
                    OneOffBodies.total(priced.lined()),
                    priced.payer().map(payer -> payer.name().full()),
                    priced.faults());
            shown = known;
            shownFor = now;
        }
        return known;
    }

    /** Adds a line of the product that was chosen, and of nothing when none was. */
    public void addProduct() {
        var number = text(ADDED);
        if (!number.isEmpty()) {
            rows.add(SketchRow.product(number));
            fields.put(ADDED, "");
        }
    }

    /** Adds a line of a membership. */
    public void addMembership(UUID membership) {
        rows.add(SketchRow.membership(membership));
    }

    /** Adds a line of the membership that each of many has. */
    public void addOwnMembership() {
        rows.add(SketchRow.of(InvoiceLine.Kind.MEMBERSHIP));
    }

    /** Adds a line that is written by hand. */
    public void addFree() {
        rows.add(SketchRow.free(lastRate(), lastAccount()));
    }

    /** Adds a line that takes off, at the rate of the line before it. */
    public void addDiscount(String word) {
        rows.add(SketchRow.free(lastRate(), lastAccount()).with("text", word).with("unit", "-"));
    }

    /** Adds a line that only says something. */
    public void addWords() {
        rows.add(SketchRow.words());
    }

    /** Puts a line before the one above it. */
    public void up(int line) {
        if (line > 0 && line < rows.size()) {
            rows.add(line - 1, rows.remove(line));
        }
    }

    /** Puts a line behind the one below it. */
    public void down(int line) {
        up(line + 1);
    }

    /** Takes a line away. */
    public void remove(int line) {
        if (line >= 0 && line < rows.size()) {
            rows.remove(line);
        }
    }

    /** The lines. */
    public List<SketchRow> getRows() {
        return rows;
    }

    /** What is written beside the lines, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return fields;
    }

    /** The groups that can bill the member: their names by id. */
    public Map<String, String> getGroups() {
        return groups;
    }

    /** The group that bills. */
    public GroupId getGroup() {
        return GroupId.parse(text(GROUP));
    }

    /** The member that is billed; null while none is chosen. */
    public @Nullable UUID getMember() {
        return member;
    }

    String text(String field) {
        return Objects.requireNonNullElse(fields.get(field), "").strip();
    }

    /** The due day, where one is said. What is no day counts as one long ago, which the rules refuse. */
    public Optional<LocalDate> dueOn() {
        try {
            return Optional.of(text(DUE)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.of(LocalDate.EPOCH);
        }
    }

    private VatRate lastRate() {
        var lines = shown == null ? List.<DraftLine>of() : shown.lines();
        return lines.stream()
                .flatMap(line -> line.vat().stream())
                .reduce((a, b) -> b)
                .orElse(VatRate.STANDARD);
    }

    private String lastAccount() {
        var lines = shown == null ? List.<DraftLine>of() : shown.lines();
        return lines.stream()
                .flatMap(line -> line.account().stream())
                .reduce((a, b) -> b)
                .map(account -> Integer.toString(account))
                .orElse(USUAL_ACCOUNT);
    }

    /** True where the line is counted and priced by hand. */
    public boolean isFree(SketchRow row) {
        return row.kind() == InvoiceLine.Kind.FREE;
    }
}
