package se.aviso.it.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every page, to be looked at: {@code ./aviso shots FOLDER}. No part of the tests, for it asserts nothing.
 */
@OnRunningDemo
class Shots {
    private final Demo demo;
    private final List<PageAddress> pages = PageAddress.all();
    private final Path folder = Path.of(System.getProperty("aviso.shots", "target/shots"));

    Shots(Demo demo) {
        this.demo = demo;
    }

    @Test
    void takePictures() throws IOException {
        Files.createDirectories(folder);
        for (var user : User.values()) {
            try (var window = demo.as(user)) {
                var trails = Trails.from(window, pages);
                for (var page : pages) {
                    if (user.may(page)
                            && !page.file()
                            && window.ask(trails.to(page)).status() != 404) {
                        shoot(window, trails.to(page), user.login() + name(page));
                    }
                }
            }
        }
        try (var nobody = demo.window()) {
            nobody.open("/");
            nobody.shoot(folder.resolve("log-in-sv-light.png"));
            nobody.narrow().shoot(folder.resolve("log-in-sv-360.png"));
        }
    }

    private void shoot(Window window, String address, String name) {
        window.speak("en");
        window.wide().light().open(address);
        window.shoot(folder.resolve(name + "-en-light.png"));
        window.speak("sv");
        window.open(address);
        window.shoot(folder.resolve(name + "-sv-light.png"));
        window.dark().shoot(folder.resolve(name + "-sv-dark.png"));
        window.light().narrow().shoot(folder.resolve(name + "-sv-360.png"));
    }

    private static String name(PageAddress page) {
        return page.path().replaceFirst("\\.xhtml$", "").replace('/', '-');
    }
}
