/** Payara Micro in this process: boot, deploy, probe, stop. */
@NullMarked
package se.aviso.launcher.server;

import org.jspecify.annotations.NullMarked;
