package se.aviso.launcher.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {
    @TempDir
    Path plugins;

    @Test
    void everyJarHasALineAndNothingElseHas() throws IOException {
        Files.writeString(plugins.resolve("b.jar"), "hello\n");
        Files.writeString(plugins.resolve("a.jar"), "");
        Files.writeString(plugins.resolve("notes.txt"), "no plugin");
        var list = plugins.resolve("plugins.sha256");
        AllowList.write(plugins, list);
        assertThat(list).hasContent("""
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.jar
                5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  b.jar
                """);
    }
}
