import Policy

extension InstalledLaws: LawBook {}
