/// How `Sample.mixed` reads, 100 columns wide, without colour.
enum GoldenPages {
  static let chinese = """
    旧改服务状态　2024-03-01 10:00:00（北京时间）

    服务                    状态              版本   纪元        末号  已运行     存储      磁盘余量  滞留
    ──────────────────────  ────────────────  ─────  ────────  ──────  ──────  ───────  ────────────  ────
    intake 受理与计划       ! 需处理          0.1.0  0a1b2c3d     100   1小时  1.2 MiB  50.0 GiB 50%     0
    voting 居民表决         ✓ 正常            0.1.0  0a1b2c3d  12,345   1小时  1.2 MiB  50.0 GiB 50%     0
    funding 资金            ! 需处理          0.1.0  0a1b2c3d     100    20秒  1.2 MiB  50.0 GiB 50%     1
    approvals 审批          ! 需处理          0.1.0  0a1b2c3d     100   1小时  1.2 MiB  50.0 GiB 50%     0
    supervision 施工与验收  ✗ 无答复：未运行  —      —              —       —        —             —     —

    各服务还有多少条未读
    读者       intake  voting  funding  approvals  supervision
    ─────────  ──────  ──────  ───────  ─────────  ───────────
    intake          —  12,245        0          0            0
    voting          0       —        0          0            0
    funding         0  12,245        —          0         未知
    approvals       0  12,245        0          —            0

    滞留的项目
    服务     项目              自          事件  原因
    ───────  ────────────────  ──────────  ────  ───────────────────────────────────────────────────
    funding  330382-2024-0007  intake #12     3  所用的规则版本没有安装：install yueqing/2024-2.yaml

    项目（330382，1 个）
    项目              名称          阶段          标记      在等什么
    ────────────────  ────────────  ────────────  ────────  ───────────────────────────────────────────
    330382-2024-0007  银河小区改造  S05 申请改造  逾期列入  申请审核（intake.review-application）还差：
                                                            · 改造意愿表决已通过（等居民表决登记）
                                                            · 申请表格齐全（不满足）

    需处理
    ✗ supervision 没有答复：它的地址上没有程序接受连接。
      → 启动 jiugai-supervision，并查看它的日志。（Runbooks/down.md）
    ! funding 有 1 个项目滞留：330382-2024-0007 自 intake 第 12 号起，所用的规则版本没有安装。
      → 给 jiugai-funding 安装它要的规则包（install yueqing/2024-2.yaml），再运行 jiugai-status parked retry。（Runbooks/parked.md）
    ! intake 比 voting 落后 12,245 条。
      → 等 intake 追上；若差距不减，查看 jiugai-intake 的日志和机器负荷。（Runbooks/behind.md）
    ! funding 比 voting 落后 12,245 条。
      → 等 funding 追上；若差距不减，查看 jiugai-funding 的日志和机器负荷。（Runbooks/behind.md）
    ! approvals 比 voting 落后 12,245 条。
      → 等 approvals 追上；若差距不减，查看 jiugai-approvals 的日志和机器负荷。（Runbooks/behind.md）

    结论：有服务不可用。先做：启动 jiugai-supervision，并查看它的日志。其余 4 项见上。
    """

  static let english = """
    Jiugai status, 2024-03-01 10:00:00 (Beijing time)

    service      state                version  epoch       head  uptime    store     disk free  parked
    ───────────  ───────────────────  ───────  ────────  ──────  ──────  ───────  ────────────  ──────
    intake       ! up, see below      0.1.0    0a1b2c3d     100      1h  1.2 MiB  50.0 GiB 50%       0
    voting       ✓ up                 0.1.0    0a1b2c3d  12,345      1h  1.2 MiB  50.0 GiB 50%       0
    funding      ! up, see below      0.1.0    0a1b2c3d     100     20s  1.2 MiB  50.0 GiB 50%       1
    approvals    ! up, see below      0.1.0    0a1b2c3d     100      1h  1.2 MiB  50.0 GiB 50%       0
    supervision  ✗ down: not running  —        —              —       —        —             —       —

    Events still to read
    reader     intake  voting  funding  approvals  supervision
    ─────────  ──────  ──────  ───────  ─────────  ───────────
    intake          —  12,245        0          0            0
    voting          0       —        0          0            0
    funding         0  12,245        —          0      unknown
    approvals       0  12,245        0          —            0

    Projects that wait
    service  project           since       events  reason
    ───────  ────────────────  ──────────  ──────  ─────────────────────────────────────────────────────
    funding  330382-2024-0007  intake #12       3  whose edition of the rules is not installed: install
                                                   yueqing/2024-2.yaml

    Projects (330382: 1)
    project           name          stage        flags  waits for
    ────────────────  ────────────  ───────────  ─────  ────────────────────────────────────────────────
    330382-2024-0007  银河小区改造  S05 Applied  late   Application reviewed (intake.review-application)
                                                        needs:
                                                        · The willingness round carried (from voting)
                                                        · The application’s forms are complete (not met)

    To see to
    ✗ supervision does not answer: nobody accepts connections at its address.
      → Start jiugai-supervision and read its log. (Runbooks/down.md)
    ! 1 project waits in funding: 330382-2024-0007 since intake #12, whose edition of the rules is not installed.
      → Give jiugai-funding the pack that it asks for (install yueqing/2024-2.yaml), then run jiugai-status parked retry. (Runbooks/parked.md)
    ! intake is 12,245 events behind voting.
      → Let intake catch up; if the gap stays, read the log of jiugai-intake and look at the machine's load. (Runbooks/behind.md)
    ! funding is 12,245 events behind voting.
      → Let funding catch up; if the gap stays, read the log of jiugai-funding and look at the machine's load. (Runbooks/behind.md)
    ! approvals is 12,245 events behind voting.
      → Let approvals catch up; if the gap stays, read the log of jiugai-approvals and look at the machine's load. (Runbooks/behind.md)

    Verdict: down. First: Start jiugai-supervision and read its log. 4 more above.
    """
}
