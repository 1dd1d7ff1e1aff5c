// PDF files -> one line a file and flavour: "PASS ua1 path", or "FAIL ua1 path" and a line a broken rule.
// Exit code 1 when a file fails, 3 when a file could not be read.

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Verify {
  private static boolean verify(String path, PDFAFlavour flavour) throws Exception {
    try (FileInputStream in = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId() + " " + path);
      TreeMap<String, List<String>> broken = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        broken
            .computeIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(), k -> new ArrayList<>())
            .add(assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
      broken.forEach((rule, places) -> System.out.println("  " + rule + " (" + places.size() + "×): " + places.get(0)));
      return result.isCompliant();
    }
  }

  public static void main(String[] paths) {
    VeraGreenfieldFoundryProvider.initialise();
    int code = 0;
    for (String path : paths) {
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A}) {
        try {
          if (!verify(path, flavour)) code = Math.max(code, 1);
        } catch (Exception e) {
          System.out.println("ERROR " + flavour.getId() + " " + path + ": " + e);
          code = 3;
        }
      }
    }
    System.exit(code);
  }
}
