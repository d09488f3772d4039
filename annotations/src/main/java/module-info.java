/** The annotations with which a developer states intents on entities; needs nothing. */
module dev.accrete.annotations {
    exports dev.accrete.annotations;
}
