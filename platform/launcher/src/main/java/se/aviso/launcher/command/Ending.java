package se.aviso.launcher.command;

/** Whether this process is being ended: whatever fails from then on fails for that, and deserves no word. */
final class Ending {
    private Ending() {}

    /** Asks the virtual machine, which takes no new hook once it has begun to end. */
    static boolean hasBegun() {
        var probe = new Thread(() -> {}, "aviso-probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException begun) {
            return true;
        }
    }
}
