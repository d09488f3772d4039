/** Applications that change, release by release: from templates, from models changed at random, or real ones. */
package dev.accrete.processor.evolution;
