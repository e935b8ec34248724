package se.aviso.bank.camt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.kernel.GiroNumber;

/**
 * What the files of a bank do where banks differ.
 *
 * @param schemes which giro a number is of, by the name of its scheme
 * @param sumCodes bank transaction codes of entries that are sums whose payments come in camt.054
 * @param references where the reference stands: the first of the places that has one
 */
record Profile(Map<String, GiroNumber.Kind> schemes, Set<String> sumCodes, List<ReferencePlace> references) {
    Profile {
        schemes = Map.copyOf(schemes);
        sumCodes = Set.copyOf(sumCodes);
        references = List.copyOf(references);
    }

    /** The profile that these lines make, one of each knob but those that name the bank. */
    static Profile of(Map<Knob, ProfileLine> lines) throws Refusal {
        return new Profile(
                schemes(lines),
                Set.copyOf(values(lines, Knob.SUM_CODES)),
                values(lines, Knob.REFERENCES).stream().map(ReferencePlace::of).toList());
    }

    private static Map<String, GiroNumber.Kind> schemes(Map<Knob, ProfileLine> lines) throws Refusal {
        var schemes = new HashMap<String, GiroNumber.Kind>();
        values(lines, Knob.BANKGIRO_SCHEMES).forEach(name -> schemes.put(name, GiroNumber.Kind.BANKGIRO));
        for (var name : values(lines, Knob.PLUSGIRO_SCHEMES)) {
            if (schemes.put(name, GiroNumber.Kind.PLUSGIRO) != null) {
                throw later(lines).refused("a scheme is either of bankgiro or of plusgiro numbers");
            }
        }
        return schemes;
    }

    /** Of the two lines that disagree, the one that an operator can mend. */
    private static ProfileLine later(Map<Knob, ProfileLine> lines) {
        return Stream.of(Knob.BANKGIRO_SCHEMES, Knob.PLUSGIRO_SCHEMES)
                .flatMap(knob -> Stream.ofNullable(lines.get(knob)))
                .max(Comparator.comparingInt(ProfileLine::number))
                .orElseThrow();
    }

    private static List<String> values(Map<Knob, ProfileLine> lines, Knob knob) {
        return Optional.ofNullable(lines.get(knob)).map(ProfileLine::values).orElse(List.of());
    }

    /** The giro that such an account number is of; none where its scheme says nothing of that. */
    Optional<GiroNumber.Kind> giro(Element other) {
        return other.text("SchmeNm/Prtry", "SchmeNm/Cd").map(schemes::get);
    }

    /** True when the entry is known for a sum by its bank transaction code: the bank's own, or as PMNT/RCDT/DMCT. */
    boolean isSum(Element entry) {
        return !sumCodes.isEmpty()
                && entry.all("BkTxCd")
                        .anyMatch(code ->
                                sumCodes.contains(code.text("Prtry/Cd").orElse("")) || sumCodes.contains(domain(code)));
    }

    private static String domain(Element code) {
        return String.join(
                "/",
                code.text("Domn/Cd").orElse(""),
                code.text("Domn/Fmly/Cd").orElse(""),
                code.text("Domn/Fmly/SubFmlyCd").orElse(""));
    }
}
