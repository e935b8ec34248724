package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;

/** One export: its files, and what its vouchers come to beside the subledger's. */
@Named
@RequestScoped
@Screen(path = "/accounting/export.xhtml", needs = Permission.LEDGER_READ)
public class AccountingExportView {
    @Inject
    FindAccountingExports find;

    @Inject
    FindExportSums findSums;

    @Inject
    ExportFiles files;

    @Inject
    Address address;

    private ExportStore.@Nullable Export export;
    private FindExportSums.@Nullable Sums sums;

    @PostConstruct
    void load() {
        export = address.id("id").flatMap(find::find).orElse(null);
        sums = address.id("id").flatMap(findSums::of).orElse(null);
        if (export == null || sums == null) {
            Absent.answer();
        }
    }

    /** The export; null where there is none. */
    public ExportStore.@Nullable Export getExport() {
        return export;
    }

    /** What it comes to; null where there is none. */
    public FindExportSums.@Nullable Sums getSums() {
        return sums;
    }

    /** True while the rules are asked: what they have not decided is in no sum yet. */
    public boolean isDeciding() {
        var known = export;
        return known != null && known.state() == ExportStore.State.DECIDING;
    }

    /** The formats that a file can be had in. */
    public List<ExportFiles.Format> getFormats() {
        return files.formats();
    }
}
