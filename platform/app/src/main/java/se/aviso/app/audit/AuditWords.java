package se.aviso.app.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.audit.Act;
import se.aviso.audit.Field;

/** What a page says of the values in the trail, which keeps codes, ids and plain numbers. */
@Named
@RequestScoped
public class AuditWords {
    /** So many signs tell a hash from others, and an id, which begins with the time and differs at its end. */
    private static final int TELLING = 8;

    private static final Set<Act> ADDING = Set.of(Act.MEMBER_ADDED, Act.MEMBER_JOINED);

    @Inject
    Texts texts;

    @Inject
    Show show;

    /** A value in the user's words. */
    public String said(Act act, Field field, String value) {
        if (value.isEmpty()) {
            return field == Field.UNTIL ? texts.get("audit.forGood") : "–";
        }
        return switch (field) {
            case ROLE -> texts.get("access.Role." + value);
            case KIND ->
                texts.get((act == Act.INVOICE_LINK_REVOKED ? "link.InvoiceLinkPurpose." : "run.RunKind.") + value);
            case STATE -> texts.get((act == Act.DISPATCH_RESENT ? "dispatch.DispatchState." : "run.RunState.") + value);
            case PUBLIC_FORM -> texts.get(Boolean.parseBoolean(value) ? "audit.open" : "audit.closed");
            case EDITION -> texts.get("operator.edition." + value);
            case TEMPLATE -> look(value);
            case GRANT, INVOICE -> "…" + value.substring(Math.max(0, value.length() - TELLING));
            case LOGO -> value.substring(0, Math.min(TELLING, value.length())) + "…";
            case UNTIL, VALID_FROM, BUSINESS_DATE -> day(value);
            case AMOUNT, COST_EMAIL, COST_LETTER, COST_SMS, COST_PEPPOL -> amount(value);
            case PHASE -> texts.get("run.RunPhase." + value);
            case DAILY_RENEWAL, DAILY_REMINDER, DAILY_LAPSE, DAILY_PERIOD_END ->
                texts.get("automation.DailyMode." + value);
            default -> value;
        };
    }

    /** What became of a field whose values are not kept. */
    public String unkept(Act act) {
        return texts.get(ADDING.contains(act) ? "audit.personalAdded" : "audit.personal");
    }

    /** A look that a plugin has brought is known by its name alone. */
    private String look(String name) {
        var key = "group.look." + name;
        var word = texts.get(key);
        return word.equals(key) ? name : word;
    }

    private String day(String written) {
        try {
            return show.shortDay(LocalDate.parse(written));
        } catch (DateTimeException noDay) {
            return written;
        }
    }

    private String amount(String written) {
        var parts = written.split(" ", -1);
        return written.matches("-?\\d+\\.\\d+ [A-Z]{3}") ? show.amount(parts[0], parts[1]) : written;
    }
}
