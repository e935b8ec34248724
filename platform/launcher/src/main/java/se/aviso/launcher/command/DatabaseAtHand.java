package se.aviso.launcher.command;

import java.nio.file.Files;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.FolderLock;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.postgres.EmbeddedPostgres;
import se.aviso.launcher.settings.DatabaseSettings;

/**
 * The embedded database of a data folder for a command's while: the running one, or one that is started for the
 * purpose.
 *
 * @param running whether an Aviso runs on the folder meanwhile
 */
record DatabaseAtHand(DatabaseSettings settings, boolean running) {
    static DatabaseAtHand of(Closing closing, DataFolder folder) throws Exception {
        var lock = FolderLock.tryTake(folder);
        if (lock.isEmpty()) {
            return new DatabaseAtHand(running(folder), true);
        }
        closing.onClose(lock.get());
        if (Files.notExists(folder.file("postgresql"))) {
            throw new Refusal("There is no database in " + folder.root() + " yet.");
        }
        var started = closing.start(
                () -> EmbeddedPostgres.start(Distribution.running().postgres(), folder));
        return new DatabaseAtHand(started.settings(), false);
    }

    private static DatabaseSettings running(DataFolder folder) {
        var port = Optional.ofNullable(
                new PrivateProperties(folder.file("ports.properties")).read().get("postgresql"));
        return port.map(number -> DatabaseSettings.embedded(Integer.parseInt(number), new Secrets(folder)))
                .orElseThrow(() -> new Refusal(
                        "The Aviso on " + folder.root() + " has no database yet; try again when it is ready."));
    }
}
