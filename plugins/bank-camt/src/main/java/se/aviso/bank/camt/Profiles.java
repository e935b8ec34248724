package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The profiles of banks: the plugin's own, which lie in its jar as data, and over them those of the operator.
 *
 * <p>A bank's lines go before the default's, knob by knob; an operator's line goes before ours of the same name.
 */
final class Profiles {
    /** The operator's setting of more lines. */
    static final String SETTING = "profiles";

    private static final String RESOURCE = "/META-INF/aviso/camt-profiles.properties";
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}.*");
    private static final Pattern SWEDISH = Pattern.compile("SE[0-9]{5}.*");
    private static final int BIC_LENGTH = 8;
    private static final int CODE_AT = 4;
    private static final int CODE_END = 7;

    private static final Profiles BUILT_IN = builtIn();

    private final Map<String, Map<Knob, ProfileLine>> lines;
    private final Map<String, Profile> byBank = new HashMap<>();
    private final Map<String, ProfileLine> byIbanCode = new HashMap<>();
    private final Profile otherwise;

    private Profiles(Map<String, Map<Knob, ProfileLine>> lines) throws Refusal {
        this.lines = lines;
        for (var bank : lines.keySet()) {
            byBank.put(bank, Profile.of(merged(bank)));
        }
        for (var ofBank : lines.values()) {
            nameByIban(Optional.ofNullable(ofBank.get(Knob.IBAN_CODES)));
        }
        otherwise = Profile.of(merged(ProfileLine.DEFAULT));
    }

    private static Profiles builtIn() {
        try (var resource = Profiles.class.getResourceAsStream(RESOURCE)) {
            var text = new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
            var own = ProfileLine.all(text).stream().map(ProfileLine::asOwn).toList();
            return new Profiles(over(Map.of(), own));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * Our profiles, and an operator's lines over them.
     *
     * @throws Refusal naming the line that makes no sense
     */
    static Profiles with(String operators) throws Refusal {
        return operators.isBlank() ? BUILT_IN : new Profiles(over(BUILT_IN.lines, ProfileLine.all(operators)));
    }

    private static Map<String, Map<Knob, ProfileLine>> over(
            Map<String, Map<Knob, ProfileLine>> below, List<ProfileLine> lines) {
        var all = new HashMap<String, Map<Knob, ProfileLine>>();
        below.forEach((bank, known) -> all.put(bank, new EnumMap<>(known)));
        lines.forEach(line -> all.computeIfAbsent(line.bank(), bank -> new EnumMap<>(Knob.class))
                .put(line.knob(), line));
        return all;
    }

    /** The default's lines, and the bank's over them. */
    private Map<Knob, ProfileLine> merged(String bank) {
        var merged = new EnumMap<Knob, ProfileLine>(Knob.class);
        merged.putAll(lines.getOrDefault(ProfileLine.DEFAULT, Map.of()));
        merged.putAll(lines.getOrDefault(bank, Map.of()));
        return merged;
    }

    /** A code that two banks had would tell nothing. */
    private void nameByIban(Optional<ProfileLine> line) throws Refusal {
        if (line.isEmpty()) {
            return;
        }
        for (var code : line.get().values()) {
            var other = byIbanCode.put(code, line.get());
            if (other != null) {
                var later = other.number() > line.get().number() ? other : line.get();
                throw later.refused("IBANs with " + code + " are of " + other.bank() + " or of "
                        + line.get().bank());
            }
        }
    }

    /**
     * The profile of the bank that keeps a statement's account: the one that the statement names, be there a profile of
     * it or not; where it names none, the one in the account's IBAN.
     */
    Profile of(Element statement) {
        return servicer(statement).or(() -> byIban(statement)).map(byBank::get).orElse(otherwise);
    }

    private static Optional<String> servicer(Element statement) {
        return EntryHead.name(statement, "Acct/Svcr/FinInstnId/BICFI", "Acct/Svcr/FinInstnId/BIC")
                .filter(bic -> BIC.matcher(bic).matches())
                .map(bic -> bic.substring(0, BIC_LENGTH));
    }

    private Optional<String> byIban(Element statement) {
        return statement
                .text("Acct/Id/IBAN")
                .map(iban -> iban.replace(" ", ""))
                .filter(iban -> SWEDISH.matcher(iban).matches())
                .map(iban -> byIbanCode.get(iban.substring(CODE_AT, CODE_END)))
                .map(ProfileLine::bank);
    }
}
