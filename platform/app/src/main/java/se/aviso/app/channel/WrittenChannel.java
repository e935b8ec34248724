package se.aviso.app.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.aviso.app.web.WrittenAmount;
import se.aviso.dispatch.Budget;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.spi.dispatch.DispatchChannel;

/**
 * A channel's settings as somebody has written them; all that is wrong with them is told at once.
 *
 * @param patienceHours empty where silence is always good news
 * @param monthlyCap in kronor; empty where nothing holds it back
 * @param values what the provider is to be told, by name; an empty one is forgotten, one that is left out stays
 */
public record WrittenChannel(
        boolean active,
        int place,
        Optional<Integer> patienceHours,
        Optional<String> monthlyCap,
        Optional<Integer> perMinute,
        Map<String, String> values) {
    private static final Currency KRONOR = Currency.getInstance("SEK");
    private static final int LAST_PLACE = 9;
    private static final int FASTEST = 100_000;
    private static final int LONGEST = 10_000;
    private static final Pattern ONE_LINE = Pattern.compile("\\P{Cntrl}*");

    /** Values of several lines: a private key. */
    private static final Set<String> LINES = Set.of("sftpKey");

    public WrittenChannel {
        values = Map.copyOf(values);
    }

    /**
     * The setting that is meant.
     *
     * @param kept what its provider is told already; of secrets that they are there
     */
    ChannelSetting read(Channel channel, DispatchChannel plugin, Map<String, Optional<String>> kept, long version) {
        var faults = new ArrayList<Fault>();
        faults.addAll(secretsToAsk(plugin, kept));
        var patience = patienceHours.map(Duration::ofHours);
        require(place >= 1 && place <= LAST_PLACE, "channel-place", "/place", faults);
        require(
                patience.filter(each -> !Cascade.Step.isPossible(each)).isEmpty(),
                "channel-patience",
                "/patienceHours",
                faults);
        require(perMinute.filter(each -> each < 1 || each > FASTEST).isEmpty(), "channel-pace", "/perMinute", faults);
        var cap = monthlyCap.filter(text -> !text.isBlank());
        var read = cap.flatMap(text -> WrittenAmount.read(text, KRONOR)).filter(money -> !money.isNegative());
        require(cap.isPresent() == read.isPresent(), "cost-invalid", "/monthlyCap", faults);
        values.forEach(
                (name, value) -> require(isKnown(plugin, name, value), "channel-value", "/values/" + name, faults));
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new ChannelSetting(channel, active, place, patience, new Budget(read), perMinute, version);
    }

    /** A secret that was given to one address is not sent to another that whoever changes it may have made up. */
    private List<Fault> secretsToAsk(DispatchChannel plugin, Map<String, Optional<String>> kept) {
        var moves = plugin.addressSettings().stream()
                .anyMatch(name -> values.containsKey(name)
                        && !values.getOrDefault(name, "")
                                .equals(kept.getOrDefault(name, Optional.empty())
                                        .orElse("")));
        return !moves
                ? List.of()
                : plugin.secretSettings().stream()
                        .filter(name -> kept.containsKey(name) && !values.containsKey(name))
                        .sorted()
                        .map(name -> new Fault("setting-secret-again", "/values/" + name, Map.of("setting", name)))
                        .toList();
    }

    private static boolean isKnown(DispatchChannel plugin, String name, String value) {
        return (plugin.settings().contains(name) || plugin.secretSettings().contains(name))
                && value.length() <= LONGEST
                && (LINES.contains(name) || ONE_LINE.matcher(value).matches());
    }

    private static void require(boolean held, String code, String pointer, List<Fault> faults) {
        if (!held) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
