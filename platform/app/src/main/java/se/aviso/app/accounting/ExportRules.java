package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.aviso.accounting.RuledVouchers;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.Voucher;

/** The rules by which a seller's postings stand in the general ledger, as a plugin says them. */
@ApplicationScoped
public class ExportRules {
    private static final System.Logger LOG = System.getLogger(ExportRules.class.getName());

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

    /** A voucher as it was posted, and those that stand in its place. */
    record Ruled(Voucher posted, List<Voucher> written) {
        Ruled {
            written = List.copyOf(written);
        }

        private static List<Ruled> unchanged(List<Voucher> part) {
            return part.stream().map(each -> new Ruled(each, List.of(each))).toList();
        }
    }

    /** Says how vouchers stand in the general ledger. */
    interface Ruling {
        /** Each with the vouchers in its place. */
        List<Ruled> ruled(List<Voucher> part);
    }

    /**
     * The rules that the tenant has turned on for a seller on that path.
     *
     * @throws RuleViolation where there are several: nobody has said whose hold; or where some are turned on whose
     *     plugin does not answer here: without them everything would stand on other accounts, for good
     */
    Optional<Held> of(String path) {
        var silent = plugins.silent(AccountingRules.class, path);
        if (!silent.isEmpty()) {
            throw RuleViolation.of("accounting-rules-missing", Map.of("plugin", String.join(", ", silent)));
        }
        var had = plugins.extensions(AccountingRules.class).stream()
                .filter(rules -> plugins.isHad(rules, path))
                .toList();
        if (had.size() > 1) {
            var names = had.stream().map(AccountingRules::name).sorted().collect(Collectors.joining(", "));
            throw RuleViolation.of("accounting-rules-several", Map.of("rules", names));
        }
        return had.stream().findFirst().map(rules -> new Held(rules.name(), plugins.openSettings(rules, path)));
    }

    /** How the export is decided: by the rules that it was made with, whatever holds today. */
    Ruling ruling(UUID export) {
        return vouchers.rules(export)
                .<Ruling>map(held -> part -> ruled(held, part))
                .orElse(Ruled::unchanged);
    }

    /**
     * Asks those rules what they make of a part, and how they call their dimensions; nothing is kept of it.
     *
     * @throws PluginFailure when they say nothing, or what no ledger can take
     */
    void attempt(Held held, List<Voucher> part) {
        if (part.isEmpty()) {
            return;
        }
        var ruled = ruled(held, part);
        var named = dimensions(held);
        LOG.log(
                System.Logger.Level.DEBUG,
                "{0} decided {1} entries with {2} named dimensions",
                held.name(),
                ruled.size(),
                named.size());
    }

    /** True where what is to decide the export runs here, or no rules are needed. */
    boolean areThere(UUID export) {
        return vouchers.rules(export).map(held -> find(held).isPresent()).orElse(true);
    }

    /** What the rules that the export was made with call their dimensions. */
    List<NamedDimension> dimensions(UUID export) {
        return vouchers.rules(export).map(this::dimensions).orElse(List.of());
    }

    private List<NamedDimension> dimensions(Held held) {
        var rules = installed(held);
        var context = new PluginContext(held.settings(), clock, false);
        return calls.callInTurn(rules, LIMIT, () -> List.copyOf(rules.dimensions(context)));
    }

    /** How that plugin would write with those settings, where it has rules. */
    Optional<Ruling> trial(String plugin, Map<String, String> settings) {
        return plugins.installedOf(plugin, AccountingRules.class).stream()
                .findFirst()
                .map(rules -> {
                    var context = new PluginContext(settings, clock, true);
                    return part -> ruled(rules, context, part, calls::callOnTrial);
                });
    }

    private List<Ruled> ruled(Held held, List<Voucher> part) {
        return ruled(installed(held), new PluginContext(held.settings(), clock, false), part, calls::callInTurn);
    }

    private AccountingRules installed(Held held) {
        return find(held).orElseThrow(() -> new PluginFailure(PluginFailure.Kind.FAILED, held.name()));
    }

    private Optional<AccountingRules> find(Held held) {
        return plugins.installed(AccountingRules.class).stream()
                .filter(each -> each.name().equals(held.name()))
                .findFirst();
    }

    /** How the rules are called. */
    private interface Calling {
        List<Ruled> call(Object extension, Duration limit, Supplier<List<Ruled>> work);
    }

    private List<Ruled> ruled(AccountingRules rules, PluginContext context, List<Voucher> part, Calling calling) {
        var posted = vouchers.parts(part);
        var chunk = posted.stream().flatMap(List::stream).toList();
        return calling.call(rules, LIMIT, () -> checked(part, posted, List.copyOf(rules.rule(chunk, context))));
    }

    /** The vouchers of the answers; what is no answer to what was asked is a failure of the plugin. */
    private static List<Ruled> checked(
            List<Voucher> part, List<List<PostedPart>> posted, List<List<RuledRow>> answers) {
        var written = new ArrayList<Ruled>();
        var at = 0;
        for (var index = 0; index < part.size(); index++) {
            var own = posted.get(index);
            var posting = part.get(index);
            var ruled = own.isEmpty()
                    ? List.of(posting)
                    : RuledVouchers.of(posting, own, answers.subList(at, at + own.size()));
            written.add(new Ruled(posting, ruled));
            at += own.size();
        }
        if (at != answers.size()) {
            throw new IllegalArgumentException("more answers than were asked for");
        }
        return written;
    }
}
