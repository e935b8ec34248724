package se.aviso.app.pickup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation;
import se.aviso.pickup.Cadence;

/** The fields of a page about a server, as they were written. */
public class SourceForm implements Serializable {
    private String name = "";
    private String host = "";
    private String port = "22";
    private String user = "";
    private boolean byKey = true;
    private String password = "";
    private String privateKey = "";
    private String folder = "/";
    private String pattern = "*";
    private String archiveFolder = "";
    private String everyMinutes = "15";
    private String hours = "";

    static SourceForm empty() {
        return new SourceForm();
    }

    static SourceForm of(BankSource source, SftpConnection connection) {
        var form = new SourceForm();
        form.name = source.name();
        form.host = connection.host();
        form.port = Integer.toString(connection.port());
        form.user = connection.user();
        form.byKey = connection.byKey();
        form.folder = connection.folder();
        form.pattern = connection.pattern();
        form.archiveFolder = connection.archiveFolder();
        var minutes = source.cadence().map(Cadence::everyMinutes).orElse(0);
        form.everyMinutes = minutes == 0 ? "" : Integer.toString(minutes);
        form.hours = source.cadence().stream()
                .flatMap(each -> each.hours().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return form;
    }

    /** What the fields say. */
    SourceWish wish() {
        return new SourceWish(
                name,
                new SourceWish.Server(host, number(port, "/port", "bad-port"), user, byKey),
                Optional.of(byKey ? privateKey : password).filter(text -> !text.isBlank()),
                folder,
                pattern,
                Optional.of(archiveFolder).filter(text -> !text.isBlank()),
                everyMinutes.isBlank()
                        ? Optional.empty()
                        : Optional.of(number(everyMinutes, "/everyMinutes", "bad-cadence")),
                hoursOfDay());
    }

    private List<Integer> hoursOfDay() {
        var found = new ArrayList<Integer>();
        for (var word : hours.split("[,;\\s]+", -1)) {
            if (!word.isEmpty()) {
                found.add(number(word, "/hours", "bad-hours"));
            }
        }
        return found;
    }

    private static int number(String text, String pointer, String code) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw RuleViolation.at(pointer, code, Map.of());
        }
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    public String getHost() {
        return host;
    }

    public void setHost(@Nullable String host) {
        this.host = text(host);
    }

    public String getPort() {
        return port;
    }

    public void setPort(@Nullable String port) {
        this.port = text(port);
    }

    public String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = text(user);
    }

    public boolean isByKey() {
        return byKey;
    }

    public void setByKey(boolean byKey) {
        this.byKey = byKey;
    }

    /** Never what is kept. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = text(password);
    }

    /** Never what is kept. */
    public String getPrivateKey() {
        return "";
    }

    public void setPrivateKey(@Nullable String privateKey) {
        this.privateKey = text(privateKey);
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(@Nullable String folder) {
        this.folder = text(folder);
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(@Nullable String pattern) {
        this.pattern = text(pattern);
    }

    public String getArchiveFolder() {
        return archiveFolder;
    }

    public void setArchiveFolder(@Nullable String archiveFolder) {
        this.archiveFolder = text(archiveFolder);
    }

    public String getEveryMinutes() {
        return everyMinutes;
    }

    public void setEveryMinutes(@Nullable String everyMinutes) {
        this.everyMinutes = text(everyMinutes);
    }

    public String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = text(hours);
    }

    private static String text(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }
}
