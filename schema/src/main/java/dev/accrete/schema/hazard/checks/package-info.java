/** One class per hazard; {@link dev.accrete.schema.hazard.HazardChecks#ALL} lists them. */
package dev.accrete.schema.hazard.checks;
