/** The mail sink of the demo: what is sent lands as files in the data folder and goes nowhere else. */
@NullMarked
package se.aviso.launcher.mail;

import org.jspecify.annotations.NullMarked;
