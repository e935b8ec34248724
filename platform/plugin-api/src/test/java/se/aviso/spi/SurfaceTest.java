package se.aviso.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The signatures that plugins are compiled against, as they were promised. */
class SurfaceTest {
    private static final Path PROMISED = Path.of("src/test/resources/se/aviso/spi/surface.txt");
    private static final Path FOUND = Path.of("target/surface.txt");

    @Test
    void thePublicSignaturesAreThePromisedOnes() throws IOException {
        var found = surface();
        Files.writeString(FOUND, found, UTF_8);
        assertThat(found)
                .as(
                        "Plugins are compiled against these signatures. Adding is a minor version, changing or removing a "
                                + "major one, with a line in CHANGELOG.md; then %s becomes %s.",
                        FOUND, PROMISED)
                .isEqualTo(Files.readString(PROMISED, UTF_8));
    }

    private static String surface() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.aviso.spi", "se.aviso.kernel")
                        .stream()
                        .map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .map(SurfaceTest::describe)
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static String describe(Class<?> type) {
        var members = Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .<Member>flatMap(Arrays::stream)
                .filter(member -> !member.isSynthetic())
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .map(member -> "    " + signature(member).replace("se.aviso.", "") + "\n")
                .sorted()
                .collect(Collectors.joining());
        return header(type) + "\n" + members;
    }

    private static String signature(Member member) {
        return member instanceof Executable executable
                ? executable.toGenericString()
                : ((Field) member).toGenericString();
    }

    private static String header(Class<?> type) {
        var parents = Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .filter(parent -> parent != Object.class)
                .map(Class::getTypeName)
                .collect(Collectors.joining(", "));
        var permitted = Stream.ofNullable(type.getPermittedSubclasses())
                .flatMap(Arrays::stream)
                .map(Class::getTypeName);
        return Modifier.toString(type.getModifiers())
                + (type.isRecord() ? " record " : type.isEnum() ? " enum " : " ")
                + type.getTypeName()
                + (parents.isEmpty() ? "" : " of " + parents)
                + permitted.sorted().map(name -> " permits " + name).collect(Collectors.joining());
    }
}
