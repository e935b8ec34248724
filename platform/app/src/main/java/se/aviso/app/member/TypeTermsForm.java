package se.aviso.app.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.audit.Field;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.member.RenewalPolicy;
import se.aviso.member.TypeEnd;

/**
 * Reads what can be changed of a membership type, by JSON pointer, and names every fault in it at once. How time is
 * cut, ages are reckoned and fees are shared stays as it is: who has the type has agreed to that.
 */
public final class TypeTermsForm {
    /** The pointers of all that can be changed, in the order of the screen. */
    public static final List<String> FIELDS = List.of(
            "/names/sv",
            "/names/en",
            "/account",
            "/paymentTermDays",
            "/renewal/as",
            "/renewal/daysBefore",
            "/endsFrom");

    /** Those that the API has as numbers. */
    static final Set<String> NUMBERS = Set.of("/account", "/paymentTermDays", "/renewal/daysBefore");

    /** In the place of a number that is none: it has no second fault. */
    private static final int FITTING = 1_000;

    private final Map<String, String> written;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final TypeChecks checks = new TypeChecks(faults);

    TypeTermsForm(Map<String, String> written, LocalDate today) {
        this.written = written;
        this.today = today;
    }

    /** What can be changed of a type, as it is written. */
    public static Map<String, String> written(MembershipType type) {
        var texts = new LinkedHashMap<String, String>();
        var renewal = type.policies().renewal();
        texts.put("/names/sv", type.names().sv());
        texts.put("/names/en", type.names().en());
        texts.put("/account", Integer.toString(type.billing().line().account()));
        texts.put("/paymentTermDays", Integer.toString(type.billing().paymentTermDays()));
        texts.put("/renewal/as", renewal.kind().name());
        texts.put("/renewal/daysBefore", Integer.toString(renewal.daysBefore()));
        texts.put(
                "/endsFrom",
                type.policies().end().from().map(LocalDate::toString).orElse(""));
        return texts;
    }

    /** The same by the fields of the trail. */
    static Map<Field, String> audited(MembershipType type) {
        var fields = new LinkedHashMap<Field, String>();
        written(type).forEach((pointer, text) -> fields.put(Field.at(pointer), text));
        return fields;
    }

    /** The type as it is to be. */
    MembershipType changed(MembershipType type) {
        var names = new MembershipType.Names(
                type.names().slug(),
                checks.name(text("/names/sv"), "/names/sv"),
                checks.name(text("/names/en"), "/names/en"));
        var account = number("/account", "bad-account");
        checks.account(account, "/account");
        var billing = new MembershipType.Billing(
                type.billing().ageOn(),
                new InvoiceLine.Terms(
                        type.billing().line().vat(),
                        account,
                        type.billing().line().exemption()),
                days("/paymentTermDays"),
                type.billing().charging());
        var policies = new MembershipType.Policies(
                renewal(), type.policies().dunning(), end(type.policies().end()));
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new MembershipType(type.id(), names, type.periods(), billing, policies, type.prices());
    }

    private RenewalPolicy renewal() {
        var kind = Arrays.stream(RenewalPolicy.Kind.values())
                .filter(each -> each.name().equals(text("/renewal/as")))
                .findFirst();
        check(kind.isPresent(), "field-invalid", "/renewal/as");
        return new RenewalPolicy(kind.orElse(RenewalPolicy.Kind.CLAIM), days("/renewal/daysBefore"));
    }

    private TypeEnd end(TypeEnd before) {
        try {
            var end = new TypeEnd(
                    Optional.of(text("/endsFrom")).filter(day -> !day.isEmpty()).map(LocalDate::parse));
            if (!end.mayBeSet(before, today)) {
                faults.add(new Fault("end-is-past", "/endsFrom", Map.of("day", today.toString())));
            }
            return end;
        } catch (DateTimeException noDay) {
            check(false, "field-invalid", "/endsFrom");
            return before;
        }
    }

    private int days(String pointer) {
        var days = number(pointer, "bad-days");
        checks.days(days, pointer);
        return days;
    }

    private int number(String pointer, String code) {
        var digits = text(pointer).matches("[0-9]{1,6}");
        check(digits, code, pointer);
        return digits ? Integer.parseInt(text(pointer)) : FITTING;
    }

    private String text(String pointer) {
        return written.getOrDefault(pointer, "").strip();
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
