package dev.accrete.processor.check;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.write.ClassOutput;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML files of a class output, without what they refer to. */
final class XmlFile {

    private XmlFile() {}

    /** Sees the start of an element at its depth; the root's is 1. */
    @FunctionalInterface
    interface Visitor {
        void start(XMLStreamReader reader, int depth) throws XMLStreamException;
    }

    /** Reads a file, if there is one; a broken one is reported. */
    static void read(ClassOutput output, String path, Problems problems, Visitor visitor) throws IOException {
        String text = output.read(path).orElse("");
        if (text.isEmpty()) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visitor.start(reader, ++depth);
                }
                // Reading an element's text moves to its end.
                if (reader.getEventType() == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException e) {
            problems.add(
                    ProcessorCode.MAPPING_FILE,
                    Place.NOWHERE,
                    path,
                    "it can't be read: " + e.getMessage().lines().findFirst().orElse(""),
                    "correct the XML; Hibernate would not start with it");
        }
    }
}
