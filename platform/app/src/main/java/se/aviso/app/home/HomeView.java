package se.aviso.app.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.FindBankFiles;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Permission;
import se.aviso.app.tenant.Ids;

/** The home of the office and of treasurers. */
@Named
@RequestScoped
@Screen(path = "/home/home.xhtml", needs = Permission.INVOICE_READ)
public class HomeView {
    private static final int IMPORTS = 4;

    @Inject
    ShowHome show;

    @Inject
    FindBankFiles bankFiles;

    @Inject
    Caller caller;

    @Inject
    Desk desk;

    private ShowHome.@Nullable Home home;
    private List<BankFileRecord> imports = List.of();

    @PostConstruct
    void load() {
        home = show.show(desk.group().map(Desk.Chosen::path));
        if (caller.may(Permission.BANK_FILE_IMPORT)) {
            imports = bankFiles.newest(IMPORTS, Optional.empty());
        }
    }

    /** The numbers. */
    public ShowHome.Home home() {
        return Objects.requireNonNull(home);
    }

    /** The newest bank files, for those who hand them in. */
    public List<BankFileRecord> getImports() {
        return imports;
    }

    /** When a file was received. */
    public Instant received(BankFileRecord file) {
        return Ids.time(file.id());
    }

    /** How a file's state looks. */
    public String tone(BankFileState state) {
        return switch (state) {
            case BOOKED -> "ok";
            case KNOWN, RECEIVED, REHEARSED -> "info";
            case QUARANTINED -> "bad";
        };
    }

    /** The icon of a file's state. */
    public String icon(BankFileState state) {
        return switch (state) {
            case BOOKED -> "okc";
            case KNOWN -> "copy";
            case RECEIVED, REHEARSED -> "clock";
            case QUARANTINED -> "alert";
        };
    }
}
