package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader that vouches for our SIE files refuses what is none: else nothing would be seen of a wrong one. */
class SieReaderIT {
    private static final String FILE = """
            #FLAGGA 0
            #PROGRAM "Aviso" "1"
            #FORMAT PC8
            #GEN 20270201
            #SIETYP 4
            #FNAMN "Förbundet"
            #DIM 20 "Verksamhet"
            #UNDERDIM 21 "Lag" 20
            #OBJEKT 1 "umea" "Umeå"
            #OBJEKT 21 "A \\"1\\"" "A-laget"
            #VER "" "" 20270104 "Avi 1"
            {
            #TRANS 1510 {} 1.00 20270104 ""
            #TRANS 3010 {1 "umea" 21 "A \\"1\\""} -1.00 20270104 "Avgift"
            }
            """;

    @Test
    void whatIsASieFileIsReadToTheOre() {
        var rows = List.of(
                new SieReader.Row(1510, Map.of(), 100, ""),
                new SieReader.Row(3010, Map.of("1", "umea", "21", "A \"1\""), -100, "Avgift"));
        assertThat(read(FILE).vouchers())
                .containsExactly(new SieReader.Voucher(LocalDate.of(2027, 1, 4), "Avi 1", rows));
        assertThat(read(FILE.replace("\n", "\r\n")).head("#FNAMN")).containsExactly("Förbundet");
    }

    /** Cost centres and projects are dimensions that everybody has; their objects are not. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "6"})
    void aReservedDimensionNeedNotBeDeclaredButItsObjectsMust(String dimension) {
        var object = "#OBJEKT " + dimension + " \"nord\" \"Nord\"\n#VER";
        var row = "#TRANS 1510 {" + dimension + " \"nord\"} 1.00";
        assertThat(read(FILE.replace("#VER", object).replace("#TRANS 1510 {} 1.00", row))
                        .vouchers())
                .hasSize(1);
        refused(FILE.replace("#TRANS 1510 {} 1.00", row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#FLAGGA 0",
                "#PROGRAM \"Aviso\" \"1\"",
                "#FORMAT PC8",
                "#GEN 20270201",
                "#SIETYP 4",
                "#FNAMN \"Förbundet\"",
                "#DIM 20 \"Verksamhet\"",
                "#UNDERDIM 21 \"Lag\" 20",
                "#OBJEKT 1 \"umea\" \"Umeå\"",
                "#VER \"\" \"\" 20270104 \"Avi 1\"",
                "{",
                "}"
            })
    void eachRecordIsThereOnce(String line) {
        refused(("\n" + FILE).replace("\n" + line + "\n", "\n"));
        refused(FILE.replace(line + "\n", line + "\n" + line + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "#FORMAT PC8|#FORMAT UTF8",
                "#SIETYP 4|#SIETYP 1",
                "#FLAGGA 0|#FLAGGA 1",
                "#FNAMN|#PROSA",
                "#FNAMN|#COMPANY",
                "#DIM 20|#DIM x",
                "Lag\" 20|Lag\" 22",
                "#OBJEKT 21|#OBJEKT 22",
                "1 \"umea\" 21|1 \"lund\" 21",
                "1 \"umea\" 21|20 \"umea\" 21",
                "1 \"umea\" 21|21 \"A \\\"1\\\"\" 21",
                "{} 1.00|{} 1.01",
                "{} 1.00|{} 1,00",
                "{} 1.00|{} +1.00",
                "{} 1.00|{}1.00",
                "1510|151",
                "1.00 20270104|1.00 20270105",
                "#VER \"\" \"\"|#VER \"\" \"1\"",
                "Avi 1|Avi\t\u00071"
            })
    void whatIsNotAsItMustBeIsRefused(String right, String wrong) {
        assertThat(FILE).contains(right);
        refused(FILE.replace(right, wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#FNAMN \"Förbundet\"\n", "#OBJEKT 1 \"umea\" \"Umeå\"\n", "#FLAGGA 0\n"})
    void recordsStandInTheirOrder(String line) {
        refused(FILE.replace(line, "") + line);
    }

    @Test
    void aFileEndsWithItsLastRecord() {
        refused(FILE.stripTrailing());
        refused("");
    }

    private static void refused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalStateException.class);
    }

    private static SieReader read(String file) {
        return SieReader.read(file.getBytes(Charset.forName("IBM437")));
    }
}
