package se.aviso.launcher.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.FolderLock;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.postgres.EmbeddedPostgres;

/** {@code stop}: ends what runs on the data folder, by its process id, and what a killed one may have left. */
final class StopCommand implements Command {
    private static final int PATIENCE_SECONDS = 90;

    @Override
    public Accepts accepts() {
        return Accepts.words(0, "--data");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var folder = arguments.existingFolder();
        var running = RunNote.read(folder).flatMap(RunNote::process);
        if (running.isPresent()) {
            end(running.get());
            Console.say("Stopped.");
        } else {
            Console.say("Nothing runs on " + folder.root() + ".");
        }
        sweep(folder);
        return 0;
    }

    private static void end(ProcessHandle process) throws InterruptedException, ExecutionException {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal("Process " + process.pid() + " did not end within " + PATIENCE_SECONDS + " seconds.", e);
        }
    }

    private static void sweep(DataFolder folder) throws Exception {
        var lock = FolderLock.take(folder);
        try {
            EmbeddedPostgres.stopLeftOver(Distribution.running().postgres(), folder);
            RunNote.remove(folder);
        } finally {
            lock.close();
        }
    }
}
