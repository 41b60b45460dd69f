import DomainModel
import Testing

@Suite("Masked names")
struct MaskedNameTests {
  @Test(
    "show the surname and no more",
    arguments: [
      ("陈立", "陈*"), ("林某某", "林*"), ("欧阳修", "欧阳*"), ("司马 光", "司马*"), ("欧阳", "欧*"), ("Zhang San", "Z*"),
      ("阿依古丽·买买提", "阿*"), ("李", "李*"), ("", "*"),
    ])
  func masks(_ name: String, _ masked: String) {
    #expect(MaskedName(of: name).text == masked)
  }
}
