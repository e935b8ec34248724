package se.aviso.plugin;

import java.util.List;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.summary.InvoiceSummary;

/** The kinds of extensions that a host asks plugins for; it finds no other. */
public final class PluginKinds {
    /** Each of them. */
    public static final List<Class<?>> ALL = List.of(
            BankFormat.class,
            DispatchChannel.class,
            PricePosition.class,
            InvoiceSummary.class,
            AccountingRules.class,
            AccountingFormat.class,
            ConnectionTest.class);

    private PluginKinds() {}

    /** True where a host would find it. */
    public static boolean isFound(Class<?> extension) {
        return ALL.stream().anyMatch(kind -> kind.isAssignableFrom(extension));
    }
}
