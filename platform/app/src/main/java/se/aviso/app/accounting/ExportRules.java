package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.RuledVouchers;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.Voucher;

/** The rules by which a seller's postings stand in the general ledger, as a plugin says them. */
@ApplicationScoped
public class ExportRules {
    /** For the parts of a thousand vouchers. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    TenantPlugins plugins;

    @Inject
    PluginCalls calls;

    @Inject
    TellVouchers vouchers;

    @Inject
    Clock clock;

    /** Whose rules hold, and with which settings; of no secrets, for they are kept with the export. */
    record Held(String name, Map<String, String> settings) {
        Held {
            settings = Map.copyOf(settings);
        }
    }

    /** Says how vouchers stand in the general ledger. */
    interface Ruling {
        /** The vouchers in place of these. */
        List<Voucher> ruled(List<Voucher> part);
    }

    /**
     * The rules that the tenant has turned on for a seller on that path; the first by name, where there are several.
     */
    Optional<Held> of(String path) {
        return plugins.extensions(AccountingRules.class).stream()
                .filter(rules -> plugins.isHad(rules, path))
                .min(Comparator.comparing(AccountingRules::name))
                .map(rules -> new Held(rules.name(), plugins.openSettings(rules, path)));
    }

    /** How the export is written: by the rules that it was made with, whatever holds today. */
    Ruling ruling(UUID export) {
        return vouchers.rules(export)
                .<Ruling>map(held -> part -> ruled(held, part))
                .orElse(part -> part);
    }

    /** How that plugin would write with those settings, where it has rules. */
    Optional<Ruling> trial(String plugin, Map<String, String> settings) {
        return plugins.installedOf(plugin, AccountingRules.class).stream()
                .findFirst()
                .map(rules -> part -> ruled(rules, new PluginContext(settings, clock, true), part));
    }

    private List<Voucher> ruled(Held held, List<Voucher> part) {
        var rules = plugins.installed(AccountingRules.class).stream()
                .filter(each -> each.name().equals(held.name()))
                .findFirst()
                .orElseThrow(() -> new PluginFailure(PluginFailure.Kind.FAILED, held.name()));
        return ruled(rules, new PluginContext(held.settings(), clock, false), part);
    }

    private List<Voucher> ruled(AccountingRules rules, PluginContext context, List<Voucher> part) {
        var posted = vouchers.parts(part);
        var chunk = posted.stream().flatMap(List::stream).toList();
        var answers = calls.call(rules, LIMIT, () -> List.copyOf(rules.rule(chunk, context)));
        try {
            return checked(part, posted, answers);
        } catch (RuntimeException unsound) {
            throw new PluginFailure(PluginFailure.Kind.FAILED, rules.name(), unsound);
        }
    }

    /** The vouchers of the answers; what is no answer to what was asked is refused. */
    private static List<Voucher> checked(
            List<Voucher> part, List<List<PostedPart>> posted, List<List<RuledRow>> answers) {
        var written = new ArrayList<Voucher>();
        var at = 0;
        for (var index = 0; index < part.size(); index++) {
            var own = posted.get(index);
            written.addAll(RuledVouchers.of(part.get(index), own, answers.subList(at, at + own.size())));
            at += own.size();
        }
        if (at != answers.size()) {
            throw new IllegalArgumentException("more answers than were asked for");
        }
        return written;
    }
}
