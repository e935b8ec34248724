package se.aviso.app.bankfile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.EffectRow;
import se.aviso.app.screen.Show;
import se.aviso.app.tenant.Ids;
import se.aviso.payment.EffectKind;

/** How states, sums and effects of bank files look. */
@Named
@RequestScoped
public class BankFileLook {
    @Inject
    Show show;

    /** How a file's state looks: good, waiting for somebody, or stopped. */
    public String tone(BankFileState state) {
        return switch (state) {
            case BOOKED -> "ok";
            case REHEARSED -> "warn";
            case KNOWN, RECEIVED -> "info";
            case QUARANTINED -> "bad";
            case DISCARDED, UNDONE -> "";
        };
    }

    /** The icon of a file's state. */
    public String icon(BankFileState state) {
        return switch (state) {
            case BOOKED -> "okc";
            case KNOWN -> "copy";
            case RECEIVED -> "clock";
            case REHEARSED -> "half";
            case QUARANTINED -> "alert";
            case DISCARDED -> "off";
            case UNDONE -> "undo";
        };
    }

    /** How an effect looks. */
    public String tone(EffectRow effect) {
        return switch (effect.kind()) {
            case SETTLES, OVERPAYS, ROUNDS, BY_RULE -> "ok";
            case PAYS_PART, WAITS -> "warn";
            case MOVES_NOTHING, TWIN, KNOWN -> "";
        };
    }

    /** The icon of an effect. */
    public String icon(EffectRow effect) {
        return switch (effect.kind()) {
            case SETTLES -> "okc";
            case OVERPAYS -> "plus";
            case PAYS_PART -> "half";
            case WAITS -> "alert";
            case MOVES_NOTHING -> "info";
            case TWIN -> "copy";
            case KNOWN -> "off";
            case ROUNDS -> "half";
            case BY_RULE -> "link";
        };
    }

    /** The ending of the key of an effect's word: what happens, and for what waits also why. */
    public String word(EffectKind kind, Enum<?> reason) {
        return kind == EffectKind.WAITS ? kind + "." + reason : kind.name();
    }

    /** When a file was received. */
    public Instant received(BankFileRecord file) {
        return Ids.time(file.id());
    }

    /** How many records of money a file has. */
    public long records(BankFileRecord file) {
        return file.outcome().totals().stream()
                .mapToLong(total -> total.payments() + total.deductions())
                .sum();
    }

    /** What a file amounts to: a sum for each currency. */
    public String sum(BankFileRecord file) {
        return file.outcome().totals().stream()
                .map(total -> show.amount(total.amount(), total.currency()))
                .collect(Collectors.joining(" + "));
    }

    /** What some effects amount to: a sum for each currency, none where there is nothing. */
    public String sum(List<EffectRow> effects) {
        return effects.stream()
                .collect(Collectors.groupingBy(
                        EffectRow::currency,
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, row -> new BigDecimal(row.amount()), BigDecimal::add)))
                .entrySet()
                .stream()
                .map(sum -> show.amount(sum.getValue().toPlainString(), sum.getKey()))
                .collect(Collectors.joining(" + "));
    }

    /** How many payments some effects have. */
    public long count(List<EffectRow> effects) {
        return effects.stream().mapToLong(EffectRow::count).sum();
    }
}
