package se.aviso.app.pickup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.GiroNumber;

/** How sources and their files look, and what is to be done for operators, in words. */
@Named
@RequestScoped
public class PickupLook {
    @Inject
    FindBankSources find;

    @Inject
    Texts texts;

    /** What waits for an operator. */
    public FindBankSources.Waiting getWaiting() {
        return find.waiting();
    }

    /** The two that are always there have a name in the reader's language. */
    public String name(BankSource source) {
        return switch (source.kind()) {
            case UPLOAD -> texts.get("pickup.upload");
            case FOLDER -> texts.get("pickup.folder");
            case SFTP -> source.name();
        };
    }

    /** How a source does. */
    public String tone(BankSource source) {
        if (!source.alarms().isEmpty()) {
            return "bad";
        }
        return source.look().failure().isPresent() ? "warn" : "ok";
    }

    /** The icon of how a source does. */
    public String icon(BankSource source) {
        return tone(source).equals("ok") ? "okc" : "alert";
    }

    /** How a source does, in a few words. */
    public String state(BankSource source) {
        if (!source.alarms().isEmpty()) {
            return texts.of(source.alarms().get(0).kind());
        }
        return source.look().failure().map(texts::of).orElseGet(() -> texts.get("pickup.well"));
    }

    /** How a file's state looks. */
    public String tone(PickedState state) {
        return switch (state) {
            case RECEIVED -> "info";
            case DISTRIBUTED -> "ok";
            case WAITING -> "warn";
            case QUARANTINED -> "bad";
            case SET_ASIDE -> "";
        };
    }

    /** The icon of a file's state. */
    public String icon(PickedState state) {
        return switch (state) {
            case RECEIVED -> "clock";
            case DISTRIBUTED -> "okc";
            case WAITING -> "half";
            case QUARANTINED -> "alert";
            case SET_ASIDE -> "off";
        };
    }

    /** The numbers that a section names. */
    public String numbers(PickedFile.Part part) {
        return part.accounts().stream().map(GiroNumber::toString).collect(Collectors.joining(", "));
    }
}
